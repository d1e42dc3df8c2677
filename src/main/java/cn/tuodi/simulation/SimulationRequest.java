package cn.tuodi.simulation;

import cn.tuodi.language.Language;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * A simulation that someone wants.
 *
 * @param from what people call the one policy
 * @param to what people call the other
 * @param before makes the one policy ready; may take seconds
 * @param after makes the other policy ready
 * @param source the claims
 * @param spooled file to delete when the job has ended, or null
 * @param draft draft that is simulated, or null
 * @param language language of messages about lines
 */
public record SimulationRequest(String from, String to, Callable<PolicySide> before, Callable<PolicySide> after,
    PortfolioSource source, Path spooled, String draft, Language language) {}
