package org.sabring.explore.hook;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.Refused;

/** Hooks for control flow: loops, handlers, class initializers, and code that is refused. */
public final class Flow {

  private Flow() {}

  public static Throwable caught(Throwable thrown) {
    return Execution.caught(thrown);
  }

  public static int activation() {
    return Execution.current().activation();
  }

  public static void loop(int activation, int head, @Nullable Object[] locals) {
    Execution.current().loop(activation, head, locals);
  }

  public static void enterInitializer() {
    Execution.current().initializers().enter();
  }

  public static void exitInitializer() {
    Execution.current().initializers().exit();
  }

  /** Never comes back: what it gives is for a method that has to end in a throw. */
  public static Error refuse(String what, String advice) {
    throw Refused.of(what, advice);
  }
}
