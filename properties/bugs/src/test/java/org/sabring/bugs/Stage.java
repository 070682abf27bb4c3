package org.sabring.bugs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A test and its result, made anew: what the sides of a {@link ScenarioProgram} share. */
final class Stage {

  private final Object test;
  private final Object result;

  Stage(String testClass, String resultClass) throws ReflectiveOperationException {
    test = made(testClass);
    result = made(resultClass);
  }

  private static Object made(String className) throws ReflectiveOperationException {
    return Class.forName(className, true, Stage.class.getClassLoader())
        .getConstructor()
        .newInstance();
  }

  /** Calls a method of the test. */
  void call(String method) throws Throwable {
    call(test.getClass().getMethod(method));
  }

  /** Calls a method of the test that fills in the result. */
  void callWithResult(String method) throws Throwable {
    call(test.getClass().getMethod(method, result.getClass()), result);
  }

  private void call(Method method, Object... arguments) throws Throwable {
    try {
      method.invoke(test, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  String outcome() {
    return result.toString();
  }
}
