package cn.tuodi.management;

import io.smallrye.health.AsyncHealthCheckFactory;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/**
 * Has checks run on the thread that asks for them. The framework would hand them to the worker threads, so that health
 * had no answer while these are busy.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@Singleton
final class OwnThreadChecks extends AsyncHealthCheckFactory {}
