#!/usr/bin/env python3
"""The corpus through the program, with its own cards, and other engines with the same card sizes.

benches/cards.py PROGRAM BENCH_DIR OUT_DIR
PROGRAM is the dotted-line binary, BENCH_DIR holds corpus/. Each graph is written as a project and arranged
with --arrange plain. OUT_DIR/corpus gets the graphs with the sizes of our cards (copy engines there and run
them), OUT_DIR/out/ours our drawings, in the form that benches/corpus measures with --drawn."""
import glob, json, os, subprocess, sys

KINDS = {'reports': 'reports-to', 'tasked': 'tasked-by', 'represented': 'represented-on'}


def project(graph):
    bodies = [{'id': f'b{n}', 'name': (node.get('label') or f'Body {n}').replace('\n', ' ')}
              for n, node in enumerate(graph['nodes'])]
    at = {node['id']: f'b{n}' for n, node in enumerate(graph['nodes'])}
    links = [{'id': f'l{n}', 'from': at[e['from']], 'to': at[e['to']], 'kind': KINDS[e['kind']]}
             for n, e in enumerate(graph['edges'])]
    structure = {'id': 'current', 'title': 'Current', 'bodies': bodies, 'links': links}
    return {'format': 'dotted-line', 'version': '1.0', 'title': graph['name'], 'structures': [structure]}


def main():
    program, bench, out = sys.argv[1:4]
    for folder in ('corpus', 'out/ours'):
        os.makedirs(f'{out}/{folder}', exist_ok=True)
    for path in sorted(glob.glob(f'{bench}/corpus/*.json')):
        graph = json.load(open(path))
        if len(graph['nodes']) > 200:
            continue
        name = os.path.basename(path)
        file = f'{out}/project.json'
        json.dump(project(graph), open(file, 'w'), indent=2)
        told = subprocess.run([program, 'layout', file, '--arrange', 'plain', '--orientation', 'landscape', '--timings'],
                              check=True, capture_output=True)
        layout = json.loads(told.stdout)
        drawn = layout['structures'][0]
        ids = {f'b{n}': node['id'] for n, node in enumerate(graph['nodes'])}
        for node, body in zip(graph['nodes'], drawn['bodies']):
            node['w'], node['h'] = body['w'], body['h']
        json.dump(graph, open(f'{out}/corpus/{name}', 'w'))
        lines = {link['id']: link['points'] for link in drawn['links']}
        json.dump({
            'nodes': {ids[b['id']]: [b['x'], b['y']] for b in drawn['bodies']},
            'edges': {str(n): lines.get(f'l{n}', []) for n in range(len(graph['edges']))},
            'ms': layout['timings_ms']['layout'] + layout['timings_ms']['route'],
        }, open(f'{out}/out/ours/{name}', 'w'))


main()
