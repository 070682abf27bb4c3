/** The command line. It knows the layers only as {@link org.sabring.spec.verdict.Layer}s. */
package org.sabring.spec.cli;
