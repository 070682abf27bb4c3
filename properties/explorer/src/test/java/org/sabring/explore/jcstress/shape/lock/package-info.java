/** Locks, consensus and waiting: who gets in, who agrees, who is woken. */
package org.sabring.explore.jcstress.shape.lock;
