/**
 * What the engine leaves out shows nothing new: many programs, made from data, come to the same
 * with each reduction switched off and with all of them.
 */
@NullMarked
package org.sabring.explore.reduction;

import org.jspecify.annotations.NullMarked;
