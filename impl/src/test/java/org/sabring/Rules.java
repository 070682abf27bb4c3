package org.sabring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rules that a test watches, by their numbers; none if what it promises has no number. The
 * layer {@code stream} reports each such test of the streams as a check, and runs it on every
 * mutant.
 *
 * <p>So such a test is the same in every run and ends on broken streams too: it uses one thread and
 * no clock. One that needs threads is tagged {@code threads}, and is no check of the layer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Rules {

  /** Such as {@code RB601}. */
  String[] value() default {};
}
