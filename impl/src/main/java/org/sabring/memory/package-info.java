/** Placeholder. */
package org.sabring.memory;
