/** What ships with Headroom: dated price books by their ids. */
package headroom.scenarios.library;
