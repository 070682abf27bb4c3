/** Placeholder. */
package org.sabring.stream;
