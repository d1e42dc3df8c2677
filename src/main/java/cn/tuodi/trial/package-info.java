/** Questions about premiums, applications and recognitions made for the rows of an edition, and answered to try it out. */
package cn.tuodi.trial;
