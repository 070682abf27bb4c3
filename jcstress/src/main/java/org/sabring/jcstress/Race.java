package org.sabring.jcstress;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sabring.spec.law.Rule;

/** Which promises a jcstress test watches, and on which mistakes it is run beside the ring. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Race {

  /** The rules that it watches; it is named after the first. */
  Rule[] rules();

  /** The mutants that any machine shows it: each must be seen. */
  String[] controls();

  /** Mutants with weaker accesses, which a machine need not honour: what is seen is luck. */
  String[] weakened() default {};

  /** Whether the explorer takes minutes for it, so that it is asked at length only. */
  boolean large() default false;
}
