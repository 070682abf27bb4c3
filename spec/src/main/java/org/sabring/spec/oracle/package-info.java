/** Reads traces and histories recorded anywhere, and judges them. */
package org.sabring.spec.oracle;
