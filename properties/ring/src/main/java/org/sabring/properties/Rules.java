package org.sabring.properties;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sabring.spec.law.Rule;

/** The rules that a property watches: it fails when one of them is broken, and names it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Rules {

  /** The rules, each of them in the catalogue. */
  Rule[] value();
}
