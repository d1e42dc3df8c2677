package cn.tuodi.http.openapi;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Puts off the preparation of the OpenAPI document until the document is asked for. To read, complete and write it takes
 * as long as a fifth of the start, and most replicas are never asked.
 */
@OnDemand
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
final class OnDemandPreparation {

  private static final String PREPARATION = "prepareDocument";

  private final Queue<Preparation> open = new ArrayDeque<>();

  private record Preparation(InvocationContext call, ClassLoader classes) {

    void run() throws Exception {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(classes);
      try {
        call.proceed();
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  @AroundInvoke
  Object intercept(InvocationContext call) throws Exception {
    synchronized (open) {
      if (call.getMethod().getName().equals(PREPARATION)) {
        open.add(new Preparation(call, Thread.currentThread().getContextClassLoader()));
        return null;
      }
      while (!open.isEmpty()) {
        open.remove().run();
      }
    }
    return call.proceed();
  }
}
