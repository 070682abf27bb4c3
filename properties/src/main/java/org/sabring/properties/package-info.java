/** Placeholder. */
package org.sabring.properties;
