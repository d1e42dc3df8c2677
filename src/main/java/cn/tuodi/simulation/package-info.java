/**
 * A portfolio of claims decided under two policies: who gains, who loses, what each fund pays. Exact in fen, in bounded
 * memory, and nothing is dropped without being counted.
 */
package cn.tuodi.simulation;
