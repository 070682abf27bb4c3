/**
 * Public and home-made concurrent classes under the explorer, unmodified, each beside a weakened or
 * broken copy that must be found. A failure here is a bug of the engine, or one to tell the world.
 */
package org.sabring.explore.gallery;
