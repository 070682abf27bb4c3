/** Small concurrent classes as a user would bring them; nothing in them knows of the explorer. */
package org.sabring.explore.gallery.subject;
