/** Placeholder. */
package org.sabring.ring;
