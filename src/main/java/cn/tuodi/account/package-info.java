/** Year accounts: claims settled one after the other from what has accumulated, so that no cap of a year is exceeded. */
package cn.tuodi.account;
