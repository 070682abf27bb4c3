/** Forms of jcstress tests: how a test may be written, whatever it is about. */
package org.sabring.explore.jcstress.shape.form;
