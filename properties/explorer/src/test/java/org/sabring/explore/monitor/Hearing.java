package org.sabring.explore.monitor;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.PropertyViolation;

/** A monitor that is told a history by hand. An answer null arrives as it does from the engine. */
final class Hearing {

  private Monitor monitor;

  Hearing(Monitor monitor) {
    this.monitor = monitor;
  }

  static Operation<Object> operation(Object call) {
    return Operation.of(call, self -> null);
  }

  Hearing called(int side, String method, Object... arguments) {
    monitor = monitor.called(side, operation(MethodCall.of(method, arguments)));
    return this;
  }

  Hearing returned(int side, @Nullable Object answer, String method, Object... arguments) {
    Object arrives = answer == null ? Operation.DONE : answer;
    monitor = monitor.returned(side, operation(MethodCall.of(method, arguments)), arrives);
    return this;
  }

  /** Called and returned at once. */
  Hearing did(int side, @Nullable Object answer, String method, Object... arguments) {
    return called(side, method, arguments).returned(side, answer, method, arguments);
  }

  /** What is found when a call returns; empty if nothing. */
  String found(int side, @Nullable Object answer, String method, Object... arguments) {
    try {
      returned(side, answer, method, arguments);
      return "";
    } catch (PropertyViolation breach) {
      return breach.found();
    }
  }

  Monitor monitor() {
    return monitor;
  }
}
