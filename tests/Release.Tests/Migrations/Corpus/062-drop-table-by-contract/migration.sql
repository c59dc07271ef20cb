-- release: contract orders; unused since v2.0.0
DROP TABLE orders;
