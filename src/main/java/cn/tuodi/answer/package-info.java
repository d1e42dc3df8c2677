/** What an answer is made of: payout lines with their limits and sources, notices, refusals. */
package cn.tuodi.answer;
