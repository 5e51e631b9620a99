"""The simulator as a function of a plain vector."""

import pickle
import unittest

from helpers import WithServer, bl, told

COVERAGE = "levers.surveillance.coverage"
VALUE = "calling.value_mean_usd"


class ModelTest(WithServer):
    def setUp(self):
        self.model = bl.Model([COVERAGE, VALUE], ["contact_share", "person_years_held"], people=0.02, replications=2)

    def test_values_are_those_of_the_command(self):
        printed = told(
            "run", "tightening-2015", "--set", f"{COVERAGE}=0.06", "--set", f"{VALUE}=40.5", "--seed", "42", "--replications", "2",
            "--ensemble", "none", "--people", "0.02")["measures"]
        share, held = self.model([0.06, 40.5])
        self.assertAlmostEqual(printed["contact_share"]["mean"], share, delta=1e-8)
        self.assertAlmostEqual(printed["person_years_held"]["mean"], held, delta=1e-8 * held)

    def test_equal_points_have_equal_values_and_others_do_not(self):
        first = self.model([0.03, 40])
        self.assertEqual(first, self.model((0.03, 40.0)))
        self.assertNotEqual(first, self.model([0.12, 40]))

    def test_many_points_are_as_each(self):
        points = [[0.015, 30], [0.03, 40], [0.06, 50]]
        self.assertEqual([list(self.model(point)) for point in points], self.model.many(points))

    def test_one_outcome_is_a_number(self):
        self.assertIsInstance(bl.Model(COVERAGE, "contact_share", people=0.02)([0.03]), float)

    def test_by_name(self):
        values = self.model.named(**{COVERAGE.replace(".", "_"): 0.06, VALUE.replace(".", "_"): 40})
        self.assertEqual(dict(zip(self.model.outcomes, self.model([0.06, 40]))), values)

    def test_pickled_it_is_the_same(self):
        self.assertEqual(self.model([0.03, 40]), pickle.loads(pickle.dumps(self.model))([0.03, 40]))

    def test_refusals(self):
        with self.assertRaisesRegex(bl.BadInput, "surveillance.coverage"):
            bl.Model(["levers.surveillance.cover"], ["arrests"])([0.1])
        with self.assertRaisesRegex(bl.BadInput, "no measure 'arests'; did you mean 'arrests'"):
            bl.Model([COVERAGE], ["arests"])([0.1])
        with self.assertRaisesRegex(bl.BadInput, "1 values for 2 inputs"):
            self.model([0.1])


if __name__ == "__main__":
    unittest.main()
