/**
 * Runs TLC on the law and reads what it says. The law itself is in the folders above {@code src}.
 */
package org.sabring.tla;
