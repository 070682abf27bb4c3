/** Publication of objects: by a race, by final fields, by what orders it. */
package org.sabring.explore.jcstress.shape.publication;
