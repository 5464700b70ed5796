process.stdout.write('API Spend\n');
