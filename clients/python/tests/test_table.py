"""Tables, with pandas and without."""

import importlib.util
import sys
import unittest
from unittest import mock

from helpers import bl


class TableTest(unittest.TestCase):
    def setUp(self):
        self.table = bl.Table(["measure", "median", "unit"], [["arrests", 1193.09595, "people"], ["peak<held", None, "people"]])

    def test_prints_numbers_to_the_right_and_words_to_the_left(self):
        self.assertEqual(
            "measure    median  unit\narrests    1193.1  people\npeak<held          people", repr(self.table))

    def test_html_escapes(self):
        self.assertIn("<td>peak&lt;held</td><td></td>", self.table._repr_html_())

    def test_selects_rows_and_columns(self):
        self.assertEqual([{"median": 1193.09595}], self.table.where(measure="arrests").select("median"))
        self.assertEqual(self.table, self.table.where(measure=["arrests", "peak<held"]))

    def test_long_tables_say_how_long_they_are(self):
        self.assertTrue(repr(bl.Table(["n"], ([i] for i in range(100)))).endswith("... 100 rows"))

    def test_without_pandas_the_frame_is_the_table(self):
        with mock.patch.dict(sys.modules, {"pandas": None}):
            self.assertIs(self.table, self.table.to_frame())

    @unittest.skipUnless(importlib.util.find_spec("pandas"), "pandas is not installed")
    def test_with_pandas_it_is_a_data_frame(self):
        frame = self.table.to_frame()
        self.assertEqual(["measure", "median", "unit"], list(frame.columns))
        self.assertEqual(1193.09595, frame["median"][0])


if __name__ == "__main__":
    unittest.main()
