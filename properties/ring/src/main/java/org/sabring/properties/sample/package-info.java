/** What jqwik samples: rings, programs for one thread, plans for two. Each reads back its text. */
package org.sabring.properties.sample;
