/** Placeholder. */
package org.sabring.spec;
