/**
 * Schedules that cover every step of the law, with the memory after each: what {@code sabring
 * vectors} writes, for somebody who wants to hold a ring in any language against them.
 */
package org.sabring.spec.vectors;
