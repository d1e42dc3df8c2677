package cn.tuodi.desk;

import cn.tuodi.edition.source.EditionId;
import java.time.Instant;

/**
 * What a person wants to publish: a draft, or an earlier version of an edition again.
 *
 * @param draft id of the draft, or null
 * @param seen when the draft last changed as the person knows it, or null
 * @param edition the edition, or null for a draft
 * @param version number of the version, or null for a draft
 * @param after number of the edition's last publication as the person knows it, or null
 * @param reason why
 * @param effectiveFrom from when, or null for at once
 * @param pastReason why days of service that are past are to change, or null
 */
public record PublicationOrder(String draft, Instant seen, EditionId edition, Integer version, Integer after,
    String reason, Instant effectiveFrom, String pastReason) {}
