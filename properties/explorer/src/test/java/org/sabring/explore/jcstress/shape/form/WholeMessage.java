package org.sabring.explore.jcstress.shape.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;

/**
 * All that a test of a message needs, in one annotation. (The processor of jcstress refuses it.)
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JCStressTest
@State
@Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "the flag without the data")
@Outcome(id = "[01], [01]", expect = Expect.ACCEPTABLE, desc = "any other")
@interface WholeMessage {}
