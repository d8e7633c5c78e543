import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * Several nodes of OpenSearch in one process, which are stopped and started by lines on the standard input:
 * `java -cp 'JARS/*' Nodes.java FOLDER CLUSTER BASE_PORT NODES`, then `stop 2`, `start 2`.
 */
public class Nodes {
  public static void main(String[] args) throws Exception {
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.build(
        OpenSearchRunner.newConfigs()
            .basePath(args[0])
            .clusterName(args[1])
            .baseHttpPort(Integer.parseInt(args[2]))
            .numOfNode(Integer.parseInt(args[3])));
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ");
      int node = Integer.parseInt(words[1]) - 1;
      if (words[0].equals("stop")) runner.getNode(node).close();
      else runner.startNode(node);
    }
    runner.close();
    System.exit(0);
  }
}
