/**
 * A mechanism and a probe from outside the library: drones that break off calls in progress.
 *
 * <p>Start reading at {@link example.DronePatrols}, then {@link example.Patrolled}, which runs it.
 */
package example;
