package cn.tuodi.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Is about portfolios, which may be somebody's claims: is for who operates the service or works at the desk, wherever
 * anybody can show who they are, and for who works at the desk where a draft is simulated.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Simulating {}
