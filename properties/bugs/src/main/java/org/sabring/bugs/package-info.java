/**
 * Public bugs of queues and of what stands around them, each as it was and as it should be, as
 * tests that jcstress could run. {@link org.sabring.bugs.Bugs} lists them. All code is written from
 * the reports, as small as shows the mistake; none is taken from the projects. What a bug does is a
 * forbidden outcome, or a side that never comes to its end.
 */
package org.sabring.bugs;
