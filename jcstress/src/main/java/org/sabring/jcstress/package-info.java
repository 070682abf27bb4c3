/** Placeholder. */
package org.sabring.jcstress;
