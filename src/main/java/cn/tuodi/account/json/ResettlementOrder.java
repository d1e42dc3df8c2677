package cn.tuodi.account.json;

import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Person;
import java.util.List;

/**
 * A year is to be decided again.
 *
 * @param region an area of the province whose account is meant, or null where there is one only
 * @param person the facts of the person that hold now, or null where those of the bills stand
 * @param addedIdentities identities that come to those of each bill; none where there are other facts
 * @param reason why
 * @param dryRun whether only to tell what would change
 * @param accountVersion version of the account for which it is meant, or null where it is meant for any
 */
public record ResettlementOrder(String region, Person person, List<Identity> addedIdentities, String reason,
    boolean dryRun, Integer accountVersion) {}
