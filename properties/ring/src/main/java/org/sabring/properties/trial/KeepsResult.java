package org.sabring.properties.trial;

import java.util.List;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * A lifecycle hook of jqwik that keeps, for the trial that a property runs in, what jqwik says of
 * it and what broke first: on the thread of the run, before jqwik goes elsewhere to shrink.
 */
public final class KeepsResult implements AroundPropertyHook, AroundTryHook {

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyExecutionResult result = property.execute();
    Trial.current().ended(result);
    return result;
  }

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor attempt, List<Object> parameters) {
    TryExecutionResult result = attempt.execute(parameters);
    if (result.throwable().orElse(null) instanceof Violation violation) {
      Trial.current().broke(violation);
    }
    return result;
  }
}
