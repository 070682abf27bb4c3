/** Placeholder. */
package org.sabring.tla;
