/** The explorer: code on shared memory under every schedule and every permitted read. */
package org.sabring.properties.explore;
