/** Usage and a price book make charges, line by line, in exact decimals; a pure function. */
package headroom.billing;
