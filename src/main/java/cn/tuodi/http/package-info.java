/** What every request passes before a resource sees it, and every answer after: limits, ids, bodies, problems. */
package cn.tuodi.http;
