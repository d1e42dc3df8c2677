package cn.tuodi.spark;

import cn.tuodi.claim.CareType;
import cn.tuodi.simulation.Sums;

/**
 * What the bills of a place, a class of persons and a kind of care add up to.
 *
 * @param region code of the pooling area
 * @param label name of the class in Chinese
 * @param labelEn name of the class in English
 * @param care kind of care
 * @param sums what they add up to
 */
record PlaceSums(String region, String label, String labelEn, CareType care, Sums sums) {}
