/**
 * What code under test may do, and what it may not: each is followed, or refused by name. Every
 * program is explored twice, since nothing that one leaves behind may reach another.
 */
@NullMarked
package org.sabring.explore.refusal;

import org.jspecify.annotations.NullMarked;
